package io.dlpo.core.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.budget.Money;
import io.dlpo.core.run.BatchSource;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.StopSettings;
import io.dlpo.core.spec.OptimizerSection.LearningRate;
import io.dlpo.core.spec.OptimizerSection.Regularization;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.update.UpdateForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a resolved spec with the same keys in the same order every time. */
public final class CanonicalSpec {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();
  private static final int SCOPE_LENGTH = 16;
  private static final String STOP = "stop";
  private static final String RETRY_REJECTED = "retryRejected";
  private static final String REWRITES = "rewrites";
  private static final String CRITIQUE = "critique";
  private static final String CANDIDATES = "candidates";
  private static final String MEMORY = "memory";
  private static final String BATCH_FROM = "batchFrom";
  private static final String FINALISTS = "finalists";
  private static final String RACE = "race";
  private static final String RESTART = "restart";
  private static final String CHAINS = "chains";

  private CanonicalSpec() {}

  /**
   * @param messages the messages of the prompt; null if it is a text
   */
  static ObjectNode write(
      RunSettings settings, @Nullable List<MessageSection> messages, DatasetSection dataset) {
    ObjectNode spec = MAPPER.createObjectNode();
    spec.put("name", settings.name());
    if (messages == null) {
      spec.put("prompt", settings.prompt());
    } else {
      spec.set("messages", MAPPER.valueToTree(messages));
    }
    spec.set("dataset", MAPPER.valueToTree(dataset));
    spec.set("metric", MAPPER.valueToTree(settings.metric()));
    spec.set("engines", MAPPER.valueToTree(settings.engines()));
    spec.set("optimizer", optimizer(settings.optimizer()));
    if (settings.budget() != null) {
      spec.set("budget", budget(settings.budget(), settings));
    }
    if (settings.failures().tolerate() > 0) {
      spec.set("failures", MAPPER.valueToTree(settings.failures()));
    }
    spec.set(STOP, MAPPER.valueToTree(settings.stop()));
    spec.put("seed", settings.seed());
    return spec;
  }

  /**
   * Completes the spec of a run that an earlier version has recorded. Before there were settings
   * for it, runs made all their steps, scored rejected candidates again, asked for edits only, made
   * one candidate per step from a critique of each mistake, and made no final choice.
   */
  public static ObjectNode recorded(JsonNode spec) {
    ObjectNode complete = spec.deepCopy();
    if (!complete.has(STOP)) {
      complete.set(STOP, MAPPER.valueToTree(StopSettings.NEVER));
    }
    if (complete.get("optimizer") instanceof ObjectNode optimizer) {
      putIfMissing(optimizer, RETRY_REJECTED, BooleanNode.TRUE);
      putIfMissing(optimizer, REWRITES, BooleanNode.FALSE);
      UpdateForm form = UpdateForm.DEFAULT;
      putIfMissing(optimizer, CRITIQUE, TextNode.valueOf(form.critique().name()));
      putIfMissing(optimizer, CANDIDATES, IntNode.valueOf(form.candidates()));
      putIfMissing(optimizer, MEMORY, IntNode.valueOf(form.memory()));
      putIfMissing(optimizer, BATCH_FROM, TextNode.valueOf(BatchSource.TRAIN.name()));
      if (optimizer.get("annealing") instanceof ObjectNode annealing) {
        putIfMissing(annealing, RACE, IntNode.valueOf(0));
        putIfMissing(annealing, RESTART, IntNode.valueOf(0));
        putIfMissing(annealing, CHAINS, IntNode.valueOf(1));
      }
      putIfMissing(optimizer.withObjectProperty("validation"), FINALISTS, IntNode.valueOf(0));
    }
    return complete;
  }

  private static void putIfMissing(ObjectNode object, String key, JsonNode value) {
    if (!object.has(key)) {
      object.set(key, value);
    }
  }

  /** Includes the prices that were valid when the run was requested. */
  private static ObjectNode budget(Budget budget, RunSettings settings) {
    ObjectNode node = MAPPER.createObjectNode();
    if (budget.calls() != null) {
      node.put("calls", budget.calls());
    }
    if (budget.tokens() != null) {
      node.put("tokens", budget.tokens());
    }
    Money money = budget.money();
    if (money != null) {
      node.put("usd", money.usd());
      ObjectNode prices = node.putObject("prices");
      prices.set(settings.engines().forward().model(), MAPPER.valueToTree(money.rates().forward()));
      prices.set(
          settings.engines().backward().model(), MAPPER.valueToTree(money.rates().backward()));
      if (settings.metric() instanceof JudgeMetric judging) {
        prices.set(judging.engine().model(), MAPPER.valueToTree(money.rates().judge()));
      }
    }
    return node.put("test", budget.test());
  }

  private static ObjectNode optimizer(OptimizerSettings optimizer) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("profile", optimizer.profile());
    node.put("batchSize", optimizer.batchSize());
    node.put("steps", optimizer.steps());
    node.put("maxRedraws", optimizer.maxRedraws());
    techniques(node, optimizer);
    put(node, "annealing", optimizer.annealing());
    node.set("validation", MAPPER.valueToTree(optimizer.validation()));
    node.put(RETRY_REJECTED, optimizer.retryRejected());
    node.put(REWRITES, optimizer.rewrites());
    node.put(CRITIQUE, optimizer.form().critique().name());
    node.put(CANDIDATES, optimizer.form().candidates());
    node.put(MEMORY, optimizer.form().memory());
    node.put(BATCH_FROM, optimizer.batchFrom().name());
    return node;
  }

  /** If the techniques are chosen in each step, writes only what all sets have in common. */
  private static void techniques(ObjectNode optimizer, OptimizerSettings settings) {
    List<ObjectNode> sets = settings.sets().stream().map(CanonicalSpec::techniques).toList();
    for (Map.Entry<String, JsonNode> technique : sets.getFirst().properties()) {
      if (sets.stream().allMatch(set -> technique.getValue().equals(set.get(technique.getKey())))) {
        optimizer.set(technique.getKey(), technique.getValue());
      }
    }
  }

  private static ObjectNode techniques(TechniqueSettings techniques) {
    ObjectNode node = MAPPER.createObjectNode();
    put(node, "learningRate", LearningRate.of(techniques));
    put(node, "dropout", techniques.dropout());
    put(node, "momentum", techniques.momentum());
    put(node, "contrast", techniques.contrast());
    put(node, "regularization", Regularization.of(techniques.regularization()));
    return node;
  }

  /** Writes a technique that is off as false. */
  private static void put(ObjectNode node, String technique, @Nullable Object settings) {
    node.set(
        technique, settings == null ? BooleanNode.FALSE : MAPPER.<JsonNode>valueToTree(settings));
  }

  /**
   * Digest of everything that determines the calls of a run. The names of the run and its dataset
   * are ignored, and so is what only decides which calls are made, not what they are.
   */
  public static String scope(ObjectNode spec) {
    ObjectNode nameless = spec.deepCopy();
    nameless.remove("name");
    ((ObjectNode) nameless.get("dataset")).remove("name");
    nameless.remove(STOP);
    ObjectNode optimizer = (ObjectNode) nameless.get("optimizer");
    optimizer.remove(List.of(RETRY_REJECTED, REWRITES, CRITIQUE, CANDIDATES, MEMORY, BATCH_FROM));
    if (optimizer.get("annealing") instanceof ObjectNode annealing) {
      annealing.remove(RACE);
      annealing.remove(RESTART);
      annealing.remove(CHAINS);
    }
    optimizer.withObjectProperty("validation").remove(FINALISTS);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(nameless.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, SCOPE_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
