package io.dlpo.optimizer.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.optimizer.RestResources;
import io.dlpo.optimizer.security.SecuritySettings;
import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Completes the OpenAPI document at the start of the service, when its settings are known. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
@Singleton
@Unremovable
public class DocumentFilter implements OASFilter {

  private final ObjectMapper mapper;
  private final RestResources resources;
  private final SecurityParts security;

  DocumentFilter(
      ObjectMapper mapper,
      RestResources resources,
      SecuritySettings security,
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer) {
    this.mapper = mapper;
    this.resources = resources;
    this.security =
        new SecurityParts(
            security.viewerKey().isPresent() || security.operatorKey().isPresent(),
            security.oidc(),
            issuer);
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    RecordComponents records = new RecordComponents(mapper);
    ResponseTypes types = ResponseTypes.of(resources.classes());
    OpenAPI completed =
        completed(document, new ApiDocument(DocumentParts.load(), types, records, security));
    document.setPaths(completed.getPaths());
    document.setComponents(completed.getComponents());
    document.setSecurity(completed.getSecurity());
  }

  /** Changes the document as JSON, which has one way to say each thing. */
  private OpenAPI completed(OpenAPI document, ApiDocument parts) {
    try {
      ObjectNode tree =
          (ObjectNode) mapper.readTree(plain().withInitialModel(document).build().toJSON());
      parts.complete(tree);
      byte[] json = mapper.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
      return plain().withCustomStaticFile(() -> new ByteArrayInputStream(json)).build().model();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the framework wrote a document that is no JSON", e);
    }
  }

  private static SmallRyeOpenAPI.Builder plain() {
    return SmallRyeOpenAPI.builder()
        .enableModelReader(false)
        .enableStandardStaticFiles(false)
        .enableAnnotationScan(false)
        .enableStandardFilter(false);
  }
}
