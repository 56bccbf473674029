package io.dlpo.gateway.parameter;

import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.endpoint.EndpointAccess;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How requests are adapted to what a model takes.
 *
 * @param omitted parameters that are not sent
 * @param completionTokens whether {@code max_tokens} is sent as {@code max_completion_tokens}
 * @param form how the form of the reply is asked for
 */
public record Adaptation(Set<ModelParameter> omitted, boolean completionTokens, FormStyle form) {

  /** Everything is sent as it is asked for. */
  public static final Adaptation NONE = new Adaptation(Set.of(), false, FormStyle.JSON_SCHEMA);

  public Adaptation {
    omitted = Set.copyOf(omitted);
  }

  /** Whether a request carries a parameter. */
  public boolean sends(ModelParameter parameter, ModelRequest request) {
    return parameter.isSetIn(request)
        && !omitted.contains(parameter)
        && (parameter != ModelParameter.RESPONSE_FORMAT || form != FormStyle.WORDS);
  }

  /** The parameters that a request carries, in order. */
  List<ModelParameter> sent(ModelRequest request) {
    return Stream.of(ModelParameter.values()).filter(one -> sends(one, request)).toList();
  }

  /**
   * The adaptation after a refusal of a request with this one. Each one takes a step that cannot be
   * taken again, so that their number is limited. Empty if the refusal is about something else.
   */
  public Optional<Adaptation> after(Refusal refusal, ModelRequest request) {
    return refusal
        .parameter(sent(request))
        .map(
            refused ->
                switch (refused) {
                  case RESPONSE_FORMAT -> new Adaptation(omitted, completionTokens, form.next());
                  case MAX_TOKENS ->
                      !completionTokens && refusal.namesCompletionTokens()
                          ? new Adaptation(omitted, true, form)
                          : without(refused);
                  case REASONING_EFFORT, SEED, TOP_P, TEMPERATURE -> without(refused);
                });
  }

  private Adaptation without(ModelParameter refused) {
    Set<ModelParameter> all = EnumSet.of(refused);
    all.addAll(omitted);
    return new Adaptation(all, completionTokens, form);
  }

  /** What at least one of both has learned. */
  public Adaptation and(Adaptation other) {
    Set<ModelParameter> all = EnumSet.noneOf(ModelParameter.class);
    all.addAll(omitted);
    all.addAll(other.omitted);
    return new Adaptation(all, completionTokens || other.completionTokens, form.or(other.form));
  }

  /** What a run should know about a request that was sent with this adaptation. */
  public List<String> notes(ModelRequest request, EndpointAccess endpoint) {
    String model = named(request, endpoint);
    return Stream.of(ModelParameter.values())
        .filter(parameter -> parameter.isSetIn(request))
        .flatMap(parameter -> note(model, parameter).stream())
        .toList();
  }

  private Optional<String> note(String model, ModelParameter parameter) {
    if (omitted.contains(parameter)) {
      return Optional.of(
          "%s does not take %s; it is called without it.".formatted(model, parameter.label()));
    }
    if (parameter == ModelParameter.MAX_TOKENS && completionTokens) {
      return Optional.of("%s takes max_tokens as max_completion_tokens.".formatted(model));
    }
    return parameter == ModelParameter.RESPONSE_FORMAT && form != FormStyle.JSON_SCHEMA
        ? Optional.of(
            "%s does not take response_format json_schema; it gets %s."
                .formatted(model, form.label()))
        : Optional.empty();
  }

  /** What is different, for logs. */
  @Override
  public String toString() {
    List<String> changes = new ArrayList<>();
    omitted.stream().sorted().forEach(one -> changes.add("without " + one.label()));
    if (completionTokens) {
      changes.add("max_tokens as max_completion_tokens");
    }
    if (form != FormStyle.JSON_SCHEMA) {
      changes.add("response_format as " + form.label());
    }
    return changes.isEmpty() ? "as it is" : String.join(", ", changes);
  }

  /** How a note begins that is about the model of a request. */
  public static String named(ModelRequest request, EndpointAccess endpoint) {
    return "Model %s%s"
        .formatted(
            request.engine().model(),
            endpoint.name() == null ? "" : " at endpoint " + endpoint.name());
  }
}
