package io.dlpo.optimizer.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class SpecComponentsTest {

  private final ObjectNode schemas = SpecComponents.schemas();

  @Test
  void shouldMakeEachDefinitionAComponent() {
    assertThat(schemas.properties())
        .extracting(entry -> entry.getKey())
        .containsExactlyInAnyOrder(
            "RunSpec", "RunSpecEngine", "RunSpecSeed", "RunSpecText", "RunSpecNonBlankText");
    assertThat(schemas.findValuesAsText("$ref"))
        .isNotEmpty()
        .allMatch(reference -> schemas.has(reference.substring("#/components/schemas/".length())));
  }

  @Test
  void shouldOfferOneSpellingOfEachValue() {
    assertThat(
            schemas
                .at("/RunSpec/properties/optimizer/properties/learningRate/properties/decay/enum")
                .valueStream())
        .extracting(JsonNode::textValue)
        .containsExactly("none", "linear", "exponential", "cosine");
  }

  @Test
  void shouldLeaveNamesOfClassesToTheGenerator() {
    assertThat(schemas.findValues("title")).isEmpty();
    assertThat(schemas.findValues("$defs")).isEmpty();
  }

  @Test
  void shouldAskForTheIdOfAnUpload() {
    JsonNode dataset = schemas.at("/RunSpec/properties/dataset");

    assertThat(dataset.path("required").valueStream())
        .extracting(JsonNode::textValue)
        .contains("id", "split");
    assertThat(dataset.path("properties").has("file")).isFalse();
  }
}
