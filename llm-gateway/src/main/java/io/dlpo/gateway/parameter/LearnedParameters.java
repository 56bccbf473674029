package io.dlpo.gateway.parameter;

import io.dlpo.contracts.evaluation.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What this process has learned about the parameters of each model at each endpoint. A new process
 * learns again, which costs a refused request for each parameter. Thread-safe.
 */
@ApplicationScoped
public class LearnedParameters {

  private static final Logger LOG = Logger.getLogger(LearnedParameters.class);

  /** Specs name models, so their number has a limit; what is over it is learned in each call. */
  private static final int MOST = 1000;

  private final ConcurrentMap<Model, Adaptation> learned = new ConcurrentHashMap<>();

  private record Model(@Nullable String endpoint, String name) {

    static Model of(Engine engine) {
      return new Model(engine.endpoint(), engine.model());
    }
  }

  /** What is known about the model of an engine. */
  public Adaptation of(Engine engine) {
    return Objects.requireNonNullElse(learned.get(Model.of(engine)), Adaptation.NONE);
  }

  /**
   * Remembers an adaptation that got a reply. One that did not would prove nothing: the words of a
   * refusal may name a parameter that is not its cause.
   */
  public void worked(Engine engine, Adaptation adaptation) {
    Adaptation known = of(engine);
    Adaptation both = known.and(adaptation);
    if (both.equals(known) || learned.size() >= MOST) {
      return;
    }
    learned.merge(Model.of(engine), both, Adaptation::and);
    LOG.warnf("model %s is called with other parameters from now on: %s", engine.model(), both);
  }
}
