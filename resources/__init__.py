"""What is neither code nor test: gazetteer, fonts, icons, translations, each with its origin and licence."""
