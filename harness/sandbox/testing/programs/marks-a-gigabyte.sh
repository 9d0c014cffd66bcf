# Writes into the journal by itself, and no line ever ends.
exec cat /dev/zero >> ../journal
