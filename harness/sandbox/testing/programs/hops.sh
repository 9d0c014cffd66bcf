# Each copy starts the next one and ends: there is only one at any time, and it is gone whenever it is looked at.
hop() {
  hop &
}
hop
