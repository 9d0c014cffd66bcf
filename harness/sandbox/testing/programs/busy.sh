# A core in full use.
while :; do :; done
