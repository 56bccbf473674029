package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.core.prompt.SentenceSplitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Any run, however it is shaken, is the run that was left alone. */
class RunPropertyTest {

  @Property(tries = 60)
  void shouldReachTheSameEndHoweverItIsShaken(@ForAll long seed, @ForAll boolean annealed) {
    // Given
    RunContext context =
        Runs.run(5, annealed ? AnnealingSettings.DEFAULT : null, Math.floorMod(seed, 1_000));
    RunFinished smooth = new Player(context, new ScriptedServices()).play().finished();
    Random random = new Random(seed);
    Player player = new Player(context, new ScriptedServices());
    player.order = events -> random.nextInt(events.size());
    List<Event> seen = new ArrayList<>();

    // When
    while (!(player.state instanceof Ended)) {
      shake(player, random, seen);
    }

    // Then
    assertThat(player.finished().trajectory()).isEqualTo(smooth.trajectory());
    assertThat(player.finished().best()).isEqualTo(smooth.best());
    assertThat(player.decisions()).hasSize(5);
    assertThat(player.world.paid()).isEqualTo(smooth.usage().paid());
  }

  /** One delivery, with a fault or a command before it now and then. */
  private static void shake(Player player, Random random, List<Event> seen) {
    switch (random.nextInt(12)) {
      case 0 -> player.pause();
      case 1 -> player.failNextScore = true;
      case 2 -> player.failNextGradient = true;
      case 3 -> player.failNextUpdate = true;
      case 4 -> {
        if (!seen.isEmpty()) {
          player.deliver(seen.get(random.nextInt(seen.size())));
        }
      }
      default -> {}
    }
    seen.addAll(player.inFlight);
    boolean delivered = random.nextInt(3) > 0 && player.step();
    if (!delivered && player.state instanceof Paused) {
      player.resume();
    }
  }

  @Property(tries = 40)
  void shouldChangeNoMoreSentencesInAStepThanAllowed(@ForAll long seed) {
    // Given
    RunContext context = Runs.run(5, null, Math.floorMod(seed, 1_000));

    // When
    Player player = new Player(context, new ScriptedServices()).play();

    // Then
    String parent = player.view().initial().text();
    for (PromptAccepted accepted : player.published(PromptAccepted.class)) {
      String candidate = accepted.decision().prompt();
      List<String> added = new ArrayList<>(SentenceSplitter.split(candidate).texts());
      SentenceSplitter.split(parent).texts().forEach(added::remove);
      assertThat(added).hasSizeLessThanOrEqualTo(4);
      parent = candidate;
    }
  }

  @Property(tries = 40)
  void shouldProposeOnlyExamplesOfTheRightSplit(@ForAll long seed) {
    // When
    Player player =
        new Player(Runs.run(4, Runs.ON_TRAIN, Math.floorMod(seed, 1_000)), new ScriptedServices())
            .play();

    // Then
    for (PromptProposed proposed : player.published(PromptProposed.class)) {
      String split =
          switch (proposed.evaluation().purpose()) {
            case BATCH, SCREENING, ACCEPTANCE -> "train";
            case VALIDATION -> "valid";
            case TEST -> "test";
          };
      assertThat(proposed.examples()).allMatch(example -> example.id().startsWith(split));
    }
  }

  @Test
  void shouldReadAStateWhosePropertiesADatabaseHasReordered() throws JsonProcessingException {
    // Given
    ObjectMapper mapper = new ObjectMapper();
    Player player = new Player(Runs.annealed(), new ScriptedServices());
    for (int i = 0; i < 6; i++) {
      player.step();
    }
    player.pause();

    // When
    JsonNode reordered = reversed(mapper, mapper.valueToTree(player.state));

    // Then
    assertThat(mapper.readValue(reordered.toString(), RunState.class)).isEqualTo(player.state);
  }

  private static JsonNode reversed(ObjectMapper mapper, JsonNode node) {
    if (!node.isObject()) {
      return node;
    }
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    Collections.reverse(names);
    ObjectNode copy = mapper.createObjectNode();
    names.forEach(name -> copy.set(name, reversed(mapper, node.get(name))));
    return copy;
  }
}
