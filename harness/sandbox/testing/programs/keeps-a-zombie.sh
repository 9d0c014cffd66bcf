# The shell becomes a program that does not know of its child, and never collects it.
: &
exec sleep 1000
