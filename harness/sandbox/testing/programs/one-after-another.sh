# Children that live for a moment only, without end.
while :; do
  /bin/true
done
