package io.dlpo.contracts.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.wire.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics as part of an event, with their names in the spec. */
class MetricWireTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path SAMPLE = Path.of("src/test/resources/samples/PromptProposed.v1.json");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NumberMetric|{'type':'number'}",
        "ExactMetric|{'type':'exact','ignoreCase':true}",
        "ChoiceMetric|{'type':'choice','options':['(A)','(B)']}",
        "ContainsMetric|{'type':'contains'}",
        "RegexMetric|{'type':'regex','pattern':'[0-9]+'}",
        "F1Metric|{'type':'f1'}",
        "JsonMetric|{'type':'json','mode':'VALID'}",
        "JsonMetric|{'type':'json','mode':'FIELDS','weights':{'city':2.0,'zip':0.5}}",
        "JsonMetric|{'type':'json','mode':'SCHEMA','schema':{'enum':[null,1,1.5,{}]}}",
        "ReferenceNumberMetric|{'type':'reference-number'}",
        "JudgeMetric|{'type':'judge','engine':{'model':'m','seed':7},'rubric':'Be kind.'}",
        "WebhookMetric|{'type':'webhook','url':'http://localhost:8000/'}"
      })
  void shouldReadAndWriteEachByItsName(String type, String json) throws IOException {
    // Given
    JsonNode metric = MAPPER.readTree(json.replace('\'', '"'));

    // When
    PromptProposed event = EventJson.read(eventWith(metric), PromptProposed.class);

    // Then
    assertThat(event.evaluation().metric().getClass().getSimpleName()).isEqualTo(type);
    assertThat(MAPPER.readTree(EventJson.write(event)).at("/evaluation/metric")).isEqualTo(metric);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'bleu'}|bleu",
        "{}|missing type id property 'type'",
        "{'type':'json'}|metric.mode is missing",
        "{'type':'json','mode':'SCHEMA','schema':null}|metric.schema is missing",
        "{'type':'json','mode':'FIELDS','weights':{'zip':-1}}|metric.weights.zip is -1.0",
        "{'type':'judge','rubric':'Be kind.'}|metric.engine is missing",
        "{'type':'webhook','url':'localhost'}|metric.url is 'localhost'"
      })
  void shouldRefuseWhatIsNone(String json, String message) throws IOException {
    // Given
    byte[] event = eventWith(MAPPER.readTree(json.replace('\'', '"')));

    // Then
    assertThatExceptionOfType(JsonMappingException.class)
        .isThrownBy(() -> EventJson.read(event, PromptProposed.class))
        .withMessageContaining(message);
  }

  @Test
  void shouldPassOverPropertiesOfALaterAddition() throws JsonProcessingException, IOException {
    byte[] event = eventWith(MAPPER.readTree("{\"type\": \"f1\", \"stemming\": true}"));

    assertThat(EventJson.read(event, PromptProposed.class).evaluation().metric())
        .isEqualTo(new F1Metric());
  }

  private static byte[] eventWith(JsonNode metric) throws IOException {
    ObjectNode event = (ObjectNode) MAPPER.readTree(Files.readAllBytes(SAMPLE));
    ((ObjectNode) event.get("evaluation")).set("metric", metric);
    return MAPPER.writeValueAsBytes(event);
  }
}
