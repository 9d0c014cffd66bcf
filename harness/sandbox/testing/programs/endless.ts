// A module that never gets loaded.
for (;;) {}
