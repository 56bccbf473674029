package io.dlpo.optimizer.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.run.RunStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordComponentsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final RecordComponents components = new RecordComponents(MAPPER);

  /** A body with every kind of property. */
  record SampleBody(
      String text,
      @Nullable Integer number,
      @JsonProperty("protected") List<Long> longs,
      double share,
      BigDecimal money,
      Instant at,
      PromptId promptId,
      RunStatus status,
      @Nullable RunStatus before,
      Map<RunStatus, Inner> inner,
      @Nullable Inner last,
      JsonNode spec,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String rare) {

    /** A nested record. */
    record Inner(boolean yes) {}
  }

  @Test
  void shouldDescribeWhatTheMapperWrites() throws JsonProcessingException {
    // When
    JsonNode reference = components.of(SampleBody.class);

    // Then
    String outer = "RecordComponentsTestSampleBody";
    String inner = "RecordComponentsTestSampleInner";
    assertThat(reference).isEqualTo(json("{'$ref': '#/components/schemas/%s'}".formatted(outer)));
    assertThat(components.schemas().path(outer))
        .isEqualTo(
            json(
                """
                {'type': 'object',
                 'required': ['text', 'number', 'protected', 'share', 'money', 'at', 'promptId', 'status',
                   'before', 'inner', 'last', 'spec'],
                 'properties': {
                   'text': {'type': 'string'},
                   'number': {'type': ['integer', 'null'], 'format': 'int32'},
                   'share': {'type': 'number'},
                   'money': {'type': 'number'},
                   'at': {'type': 'string', 'format': 'date-time'},
                   'promptId': {'type': 'string'},
                   'status': {'$ref': '#/components/schemas/RunStatus'},
                   'before': {'anyOf': [{'$ref': '#/components/schemas/RunStatus'}, {'type': 'null'}]},
                   'inner': {'type': 'object',
                     'additionalProperties': {'$ref': '#/components/schemas/%1$s'}},
                   'last': {'anyOf': [{'$ref': '#/components/schemas/%1$s'}, {'type': 'null'}]},
                   'spec': {'type': 'object'},
                   'protected': {'type': 'array', 'items': {'type': 'integer', 'format': 'int64'}},
                   'rare': {'type': ['string', 'null']}}}
                """
                    .formatted(inner)));
    assertThat(components.schemas().path(inner))
        .isEqualTo(
            json(
                "{'type': 'object', 'required': ['yes'], 'properties': {'yes': {'type':"
                    + " 'boolean'}}}"));
    assertThat(components.schemas().path("RunStatus").path("enum").valueStream())
        .extracting(JsonNode::textValue)
        .containsExactly("RUNNING", "PAUSED", "FINISHED", "BUDGET_SPENT", "CANCELLED", "FAILED");
  }

  @Test
  void shouldDescribeAList() throws JsonProcessingException {
    assertThat(components.of(String[].class))
        .isEqualTo(json("{'type': 'array', 'items': {'type': 'string'}}"));
  }

  @Test
  void shouldRefuseTwoTypesOfOneName() {
    // Given
    components.of(RunStatus.class);

    // When / Then
    assertThatThrownBy(() -> components.of(Impostor.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("have the same name RunStatus in the OpenAPI document");
  }

  /** A record that claims the name of another type. */
  @org.eclipse.microprofile.openapi.annotations.media.Schema(name = "RunStatus")
  record Impostor(int a) {}

  private static JsonNode json(String text) throws JsonProcessingException {
    return MAPPER.readTree(text.replace('\'', '"'));
  }
}
