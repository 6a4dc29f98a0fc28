"""The filter pane: which incidents are meant, with counts beside every choice."""
