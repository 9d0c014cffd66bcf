# A gigabyte and more.
exec cat /dev/zero
