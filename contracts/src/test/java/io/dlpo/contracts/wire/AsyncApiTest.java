package io.dlpo.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that asyncapi.yaml, the list of topics and the event types agree. */
class AsyncApiTest {

  private static final JsonNode ASYNC_API = read();

  @Test
  void shouldDescribeExactlyTheTopicsOfTheList() {
    // When
    TreeMap<String, Integer> described = new TreeMap<>();
    for (JsonNode channel : ASYNC_API.get("channels")) {
      described.put(
          channel.get("address").asText(), channel.at("/bindings/kafka/partitions").asInt());
    }

    // Then
    TreeMap<String, Integer> listed = new TreeMap<>();
    for (TopicDefinition topic : TopicList.load().topics()) {
      listed.put(topic.name(), topic.partitions());
    }
    assertThat(described).isEqualTo(listed);
  }

  @Test
  void shouldListExactlyTheTopicsOfTheEventTypes() {
    assertThat(TopicList.load().topics())
        .extracting(TopicDefinition::name)
        .containsExactlyElementsOf(
            Arrays.stream(EventType.values()).map(EventType::topic).toList());
  }

  @Test
  void shouldGiveEachChannelTheMessageOfItsEventType() {
    for (EventType type : EventType.values()) {
      // When
      String name = type.record().getSimpleName();
      JsonNode channel = ASYNC_API.at("/channels/" + name);
      JsonNode message = ASYNC_API.at("/components/messages/" + name);

      // Then
      assertThat(channel.get("address").asText()).isEqualTo(type.topic());
      assertThat(channel.at("/messages/" + name + "/$ref").asText())
          .isEqualTo("#/components/messages/" + name);
      assertThat(message.at("/payload/$ref").asText()).isEqualTo("./" + type.schema());
      assertThat(message.at("/headers/allOf/1/properties/ce_type/const").asText())
          .isEqualTo(type.cloudEventType());
    }
  }

  @Test
  void shouldSayWhichServiceSendsAndReceivesEachEvent() {
    // When
    List<String> receivers = new ArrayList<>();
    for (JsonNode operation : ASYNC_API.get("operations")) {
      if (operation.get("action").asText().equals("receive")) {
        String channel = operation.at("/channel/$ref").asText().replace("#/channels/", "");
        receivers.add(
            ASYNC_API.at("/channels/" + channel + "/address").asText()
                + " "
                + operation.at("/tags/0/name").asText());
      }
    }

    // Then
    List<String> listed =
        TopicList.load().topics().stream()
            .flatMap(
                topic -> topic.consumers().stream().map(service -> topic.name() + " " + service))
            .toList();
    assertThat(receivers).containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void shouldDescribeTheHeadersThatTellWhichChangeOfARunCausedAnEvent() {
    // Given
    List<EventType> caused =
        List.of(
            EventType.PROMPT_PROPOSED,
            EventType.UPDATE_REPLIED,
            EventType.PROMPT_ACCEPTED,
            EventType.PROMPT_REJECTED,
            EventType.RUN_FINISHED);

    // When
    List<String> described = new ArrayList<>();
    ASYNC_API
        .at("/components/schemas/RunChangeHeaders/properties")
        .fieldNames()
        .forEachRemaining(described::add);

    // Then
    assertThat(described)
        .containsExactlyElementsOf(
            Stream.of(RunChange.SEQUENCE, RunChange.CAUSATION_ID, RunChange.PRIOR_IDS)
                .map(name -> "ce_" + name)
                .toList());
    for (EventType type : EventType.values()) {
      assertThat(
              ASYNC_API
                  .at("/components/messages/" + type.record().getSimpleName() + "/headers/allOf")
                  .toString()
                  .contains("#/components/schemas/RunChangeHeaders"))
          .as(type.name())
          .isEqualTo(caused.contains(type));
    }
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Path.of("src/main/resources/dlpo/asyncapi.yaml").toFile());
    } catch (IOException e) {
      throw new AssertionError("asyncapi.yaml cannot be read", e);
    }
  }
}
