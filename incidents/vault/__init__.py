"""Care for the case file itself: who has it open, copies aside, writing without half-written files."""
