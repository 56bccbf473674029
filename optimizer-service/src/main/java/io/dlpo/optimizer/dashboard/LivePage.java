package io.dlpo.optimizer.dashboard;

/** The live pages. Public for the template. */
public enum LivePage {
  RUNS("Runs", "runs-page"),
  RUN("Run", "run-page"),
  START("Start a run", "start-page"),
  EXPERIMENTS("Experiments", "experiments-page"),
  EXPERIMENT("Experiment", "experiment-page"),
  PROMPTS("Prompts", "prompts-page"),
  FLOW("Flow", "flow-page");

  private final String title;
  private final String module;

  LivePage(String title, String module) {
    this.title = title;
    this.module = module;
  }

  /** The title until the script knows more. */
  public String title() {
    return title;
  }

  /** The script, without its suffix. */
  public String module() {
    return module;
  }
}
