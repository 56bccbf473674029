package io.dlpo.studies.estimate;

/** Four characters are a token: how the simulator counts. */
record CharacterCounter() implements TokenCounter {

  private static final int CHARACTERS = 4;

  @Override
  public String method() {
    return "4 characters a token";
  }

  @Override
  public boolean exact() {
    return true;
  }

  @Override
  public long count(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS);
  }

  @Override
  public int perRequest() {
    return 0;
  }

  @Override
  public String text(int tokens) {
    return Filler.characters(tokens * CHARACTERS);
  }
}
