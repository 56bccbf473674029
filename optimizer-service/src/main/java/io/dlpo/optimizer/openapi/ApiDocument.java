package io.dlpo.optimizer.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.optimizer.problem.ProblemBody;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Completes the document that the framework makes from the annotations.
 *
 * @param parts what the annotations do not say
 * @param types the types of the response bodies
 * @param records their schemas
 * @param security the ways to authenticate
 */
record ApiDocument(
    DocumentParts parts, ResponseTypes types, RecordComponents records, SecurityParts security) {

  private static final String JSON = "application/json";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** The errors of every operation. */
  private static final Set<Integer> ALWAYS = Set.of(400, 401, 403, 500, 503);

  private static final Set<Integer> OF_BODIES = Set.of(413, 415);
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  /** Completes a document, in place. */
  void complete(ObjectNode document) {
    ObjectNode problem = records.of(ProblemBody.class);
    types.byOperation().values().forEach(records::of);
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .forEach(
                        operation ->
                            complete(path.getKey(), (ObjectNode) operation.getValue(), problem)));
    ObjectNode components = document.putObject("components");
    ObjectNode schemas = components.putObject("schemas");
    schemas.setAll(records.schemas());
    schemas.setAll(SpecComponents.schemas());
    schemas.setAll(parts.schemas());
    security.describe(document, components);
  }

  private void complete(String path, ObjectNode operation, ObjectNode problem) {
    String id = operation.path("operationId").asText();
    operation.path("parameters").forEach(parameter -> type(path, (ObjectNode) parameter));
    describeBody(id, operation);
    ObjectNode responses = operation.withObject("/responses");
    Type type = types.byOperation().get(id);
    if (type != null) {
      responses.forEach(response -> describe((ObjectNode) response, type));
    }
    errors(path, operation)
        .forEach(status -> respond(responses, status, parts.meaning(status), problem));
    JsonNode conflict = parts.conflict(id);
    if (conflict.isTextual()) {
      respond(responses, CONFLICT, conflict.textValue(), problem);
    }
  }

  /** Before the errors are added, the only response is that of success. */
  private void describe(ObjectNode response, Type type) {
    response.putObject("content").putObject(JSON).set("schema", records.of(type));
  }

  private void type(String path, ObjectNode parameter) {
    JsonNode schema = parts.parameter(path, parameter.path("name").asText());
    if (schema instanceof ObjectNode known) {
      ObjectNode own = known.deepCopy();
      JsonNode description = own.remove("description");
      if (description != null) {
        parameter.set("description", description);
      }
      parameter.set("schema", own);
    }
    if (parameter.path("in").asText().equals("query")) {
      refuseEmpty(parameter.path("schema"));
    }
  }

  /** A query parameter without a value is refused. */
  private static void refuseEmpty(JsonNode schema) {
    String type = schema.path("type").asText();
    if (schema instanceof ObjectNode list && type.equals("array")) {
      list.put("minItems", 1);
      refuseEmpty(list.path("items"));
    } else if (schema instanceof ObjectNode text
        && type.equals("string")
        && !text.has("enum")
        && !text.has("pattern")) {
      text.put("minLength", 1);
    }
  }

  private void describeBody(String id, ObjectNode operation) {
    JsonNode body = parts.body(id);
    if (body.isMissingNode()) {
      return;
    }
    ObjectNode content =
        operation.putObject("requestBody").put("required", true).putObject("content");
    Stream<String> types =
        Stream.of(JSON, "application/yaml").limit(body.path("yaml").asBoolean() ? 2 : 1);
    types.forEach(
        type -> {
          ObjectNode media = content.putObject(type);
          media
              .putObject("schema")
              .put("$ref", "#/components/schemas/" + body.path("schema").asText());
          media.set("example", parts.example(body.path("example").asText()));
        });
  }

  private static Set<Integer> errors(String path, ObjectNode operation) {
    Set<Integer> errors = new TreeSet<>(ALWAYS);
    boolean hasBody = operation.has("requestBody");
    if (path.contains("{")) {
      errors.add(NOT_FOUND);
    }
    if (hasBody) {
      errors.addAll(OF_BODIES);
    }
    if (hasBody || !operation.path("parameters").isEmpty()) {
      errors.add(UNPROCESSABLE);
    }
    return errors;
  }

  private void respond(ObjectNode responses, int status, String meaning, ObjectNode problem) {
    ObjectNode media =
        responses
            .putObject(Integer.toString(status))
            .put("description", meaning)
            .putObject("content")
            .putObject(ProblemBody.MEDIA_TYPE);
    media.set("schema", problem.deepCopy());
    if (status == UNPROCESSABLE) {
      media.set("example", parts.example("problem"));
    }
  }
}
