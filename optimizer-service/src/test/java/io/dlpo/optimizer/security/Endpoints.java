package io.dlpo.optimizer.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every endpoint of REST that needs a role and ends its answers, as its OpenAPI document lists
 * them.
 */
final class Endpoints {

  /** The only endpoint that needs no role. */
  static final String SCHEMA = "/api/schemas/{name}";

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** What a router may take for {@code /api}, and whoever compares texts does not. */
  static final List<String> DETOURS =
      List.of(
          "/api;x",
          "/api;",
          "/api;/",
          "//api",
          "/./api",
          "/%61pi",
          "/api%3Bx",
          "/q/../api",
          "/q/..%2Fapi",
          "/q/%2e%2e/api",
          "/q/..;/api",
          "/q/..%5Capi");

  /** A stream without an end, which a caller who may read it would read for ever. */
  private static final String ENDLESS = "/api/events";

  private Endpoints() {}

  /**
   * An endpoint.
   *
   * @param role that it needs
   */
  record Endpoint(String method, String path, Role role) {

    /** The status of a call with made-up ids and without a body. */
    int status(RequestSpecification caller) {
      return call(caller, "nothing-of-this-name").statusCode();
    }

    /** A call about something, without a body. */
    Response call(RequestSpecification caller, String id) {
      return call(caller, id, "/api");
    }

    /** The same by another spelling of the first part of the path. */
    Response call(RequestSpecification caller, String id, String start) {
      return caller
          .contentType(
              path.equals("/api/datasets") ? "application/octet-stream" : "application/json")
          .urlEncodingEnabled(false)
          .request(method, path.replaceFirst("^/api", start).replaceAll("\\{[^}]*}", id));
    }
  }

  /** Reads the document with the rights of a caller who may. */
  static List<Endpoint> all(RequestSpecification caller) {
    String document =
        caller
            .accept("application/json")
            .get("/api/openapi")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    try {
      List<Endpoint> endpoints = new ArrayList<>();
      JsonNode paths = new ObjectMapper().readTree(document).path("paths");
      paths.properties().stream()
          .filter(path -> path.getKey().startsWith("/api"))
          .filter(path -> !path.getKey().equals(ENDLESS) && !path.getKey().equals(SCHEMA))
          .forEach(
              path ->
                  path.getValue().properties().stream()
                      .map(operation -> operation.getKey().toLowerCase(Locale.ROOT))
                      .filter(METHODS::contains)
                      .map(method -> endpoint(method, path.getKey()))
                      .forEach(endpoints::add));
      return endpoints;
    } catch (IOException e) {
      throw new UncheckedIOException("the OpenAPI document is no JSON", e);
    }
  }

  private static Endpoint endpoint(String method, String path) {
    boolean asks = method.equals("get") || path.equals("/api/estimates");
    return new Endpoint(method.toUpperCase(Locale.ROOT), path, asks ? Role.VIEWER : Role.OPERATOR);
  }
}
