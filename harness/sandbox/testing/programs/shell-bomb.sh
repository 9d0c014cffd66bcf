# Each copy starts another one and goes on, all in one process group. After eight generations, 256 copies, it stops by itself: a
# test of a test tool must not cost the machine.
bomb() {
  if [ "$1" -eq 0 ]; then
    exec sleep 1000
  fi
  bomb $(($1 - 1)) &
  bomb $(($1 - 1))
}
bomb 8
