# Each copy starts the next one and ends: there is only one at any time, and it is hard to catch.
hop() {
  hop &
}
hop
