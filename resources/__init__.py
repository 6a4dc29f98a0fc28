"""What is neither code nor test: gazetteer, boundaries, fonts, icons, translations, each with its origin and licence."""
