"""What differs, joined as a person would and told apart by kind."""
