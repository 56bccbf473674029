package io.dlpo.studies.estimate;

/** Counts four characters as one token, as the simulator does. */
record CharacterCounter() implements TokenCounter {

  private static final int CHARACTERS = 4;

  @Override
  public String method() {
    return "4 characters per token";
  }

  @Override
  public boolean exact() {
    return true;
  }

  @Override
  public long count(String text) {
    return ofCharacters(text.length());
  }

  @Override
  public long ofCharacters(int characters) {
    return Math.ceilDiv(characters, CHARACTERS);
  }

  @Override
  public int perRequest() {
    return 0;
  }

  @Override
  public String text(int tokens) {
    return PlaceholderText.characters(tokens * CHARACTERS);
  }
}
