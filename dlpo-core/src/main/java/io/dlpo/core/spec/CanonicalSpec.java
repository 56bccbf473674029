package io.dlpo.core.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.budget.Money;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.technique.TechniqueSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Writes a resolved spec: always the same keys in the same order. */
public final class CanonicalSpec {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();
  private static final int SCOPE_LENGTH = 16;

  private CanonicalSpec() {}

  static ObjectNode write(RunSettings settings, DatasetSection dataset) {
    ObjectNode spec = MAPPER.createObjectNode();
    spec.put("name", settings.name());
    spec.put("prompt", settings.prompt());
    spec.set("dataset", dataset(dataset));
    spec.set("metric", MAPPER.valueToTree(settings.metric()));
    ObjectNode engines = spec.putObject("engines");
    engines.set("forward", MAPPER.valueToTree(settings.engines().forward()));
    engines.set("backward", MAPPER.valueToTree(settings.engines().backward()));
    spec.set("optimizer", optimizer(settings.optimizer()));
    if (settings.budget() != null) {
      spec.set("budget", budget(settings.budget(), settings));
    }
    spec.put("seed", settings.seed());
    return spec;
  }

  /** With the prices that were valid when the run was requested. */
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

  private static ObjectNode dataset(DatasetSection dataset) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", dataset.id());
    if (dataset.name() != null) {
      node.put("name", dataset.name());
    }
    if (dataset.template() != null) {
      node.put("template", dataset.template().text());
    }
    node.putObject("split")
        .put("train", dataset.split().sizes().train())
        .put("validation", dataset.split().sizes().validation())
        .put("test", dataset.split().sizes().test())
        .put("seed", dataset.split().seed())
        .put("shuffle", dataset.split().shuffle());
    return node;
  }

  private static ObjectNode optimizer(OptimizerSettings optimizer) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("profile", optimizer.profile());
    node.put("batchSize", optimizer.batchSize());
    node.put("steps", optimizer.steps());
    node.put("maxRedraws", optimizer.maxRedraws());
    techniques(node, optimizer);
    if (optimizer.annealing() == null) {
      node.put("annealing", false);
    } else {
      node.set("annealing", MAPPER.valueToTree(optimizer.annealing()));
    }
    node.putObject("validation").put("every", optimizer.validation().every());
    return node;
  }

  /** Where techniques are chosen in each step, only what is the same in all sets is said. */
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
    if (techniques.learningRate() == null) {
      node.put("learningRate", false);
    } else {
      ObjectNode rate = node.putObject("learningRate");
      rate.put("limit", techniques.learningRate().limit());
      if (techniques.decay() == null) {
        rate.put("decay", "none");
      } else {
        rate.put("decay", techniques.decay().schedule().name());
        rate.put("factor", techniques.decay().factor());
      }
    }
    if (techniques.dropout() == null) {
      node.put("dropout", false);
    } else {
      node.putObject("dropout").put("share", techniques.dropout().share());
    }
    if (techniques.momentum() == null) {
      node.put("momentum", false);
    } else {
      node.putObject("momentum")
          .put("window", techniques.momentum().window())
          .put("decay", techniques.momentum().decay());
    }
    if (techniques.contrast() == null) {
      node.put("contrast", false);
    } else {
      node.set("contrast", MAPPER.valueToTree(techniques.contrast()));
    }
    if (techniques.regularization() == null) {
      node.put("regularization", false);
    } else {
      node.putObject("regularization")
          .put("l1", techniques.regularization().removes())
          .put("l2", techniques.regularization().simplifies())
          .put("fromStep", techniques.regularization().fromStep());
    }
    return node;
  }

  /** Digest of all that decides a run: the same for a spec that only has another name. */
  public static String scope(ObjectNode spec) {
    ObjectNode nameless = spec.deepCopy();
    nameless.remove("name");
    ((ObjectNode) nameless.get("dataset")).remove("name");
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
