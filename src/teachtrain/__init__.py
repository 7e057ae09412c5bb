"""teachtrain."""
