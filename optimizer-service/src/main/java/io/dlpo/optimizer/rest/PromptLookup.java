package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.registry.NamedPrompt;
import io.dlpo.core.registry.RegisteredVersion;
import io.dlpo.optimizer.store.PromptQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds promoted prompts. What is not there is answered with status 404 and what there is. */
@ApplicationScoped
class PromptLookup {

  private static final int LATEST = 1000;

  private final PromptQueries prompts;

  PromptLookup(PromptQueries prompts) {
    this.prompts = prompts;
  }

  /** Parses a name in a path. */
  static PromptName name(String text) {
    return parsed("name", text, PromptName::new);
  }

  /** Parses a label in a path or a query. */
  static PromptLabel label(String text) {
    return parsed("label", text, PromptLabel::new);
  }

  private static <T> T parsed(String key, String text, Function<String, T> type) {
    try {
      return type.apply(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Problem.of(key, text, PromoteBody.NAME));
    }
  }

  /** Returns the versions and labels of a name. */
  NamedPrompt state(PromptName name) {
    return prompts
        .state(name)
        .orElseThrow(() -> new NotFoundException("there is no prompt '" + name + "'"));
  }

  /** Returns the version that a label points to. */
  RegisteredVersion labelled(PromptName name, PromptLabel label) {
    NamedPrompt state = state(name);
    Integer version = state.labels().get(label);
    if (version == null) {
      throw new NotFoundException(
          "prompt '%s' has no label '%s'; it has %s"
              .formatted(name, label, described(state.labels().keySet())));
    }
    return version(name, state, version);
  }

  /** Returns a version. */
  RegisteredVersion numbered(PromptName name, int version) {
    return version(name, state(name), version);
  }

  /** Returns the version that a reader asks for; without label and number, the standard one. */
  RegisteredVersion find(PromptQuery query) {
    if (query.label() != null) {
      return labelled(query.name(), query.label());
    }
    NamedPrompt state = state(query.name());
    return version(
        query.name(), state, query.version() == null ? state.standard() : query.version());
  }

  /** Lists the versions, newest first. */
  List<RegisteredVersion> versions(PromptName name) {
    return prompts.versions(name, state(name), LATEST);
  }

  private RegisteredVersion version(PromptName name, NamedPrompt state, int version) {
    return prompts
        .version(name, state, version)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "prompt '%s' has no version %d; it has versions 1 to %d"
                        .formatted(name, version, state.versions())));
  }

  private static String described(Set<PromptLabel> labels) {
    return labels.isEmpty()
        ? "no labels"
        : labels.stream().map(PromptLabel::value).collect(Collectors.joining(", "));
  }
}
