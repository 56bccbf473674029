package io.dlpo.gateway.trace;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/** Names and values of OpenTelemetry's conventions for GenAI, and the project's own attributes. */
final class GenAi {

  static final String CHAT = "chat";

  /** What the protocol is; who serves it is known by its address only. */
  static final String OPENAI = "openai";

  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
  static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("gen_ai.provider.name");
  static final AttributeKey<String> REQUEST_MODEL = AttributeKey.stringKey("gen_ai.request.model");
  static final AttributeKey<String> RESPONSE_MODEL =
      AttributeKey.stringKey("gen_ai.response.model");
  static final AttributeKey<String> RESPONSE_ID = AttributeKey.stringKey("gen_ai.response.id");
  static final AttributeKey<List<String>> FINISH_REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");
  static final AttributeKey<Long> INPUT_TOKENS = AttributeKey.longKey("gen_ai.usage.input_tokens");
  static final AttributeKey<Long> OUTPUT_TOKENS =
      AttributeKey.longKey("gen_ai.usage.output_tokens");
  static final AttributeKey<String> INPUT_MESSAGES =
      AttributeKey.stringKey("gen_ai.input.messages");
  static final AttributeKey<String> OUTPUT_MESSAGES =
      AttributeKey.stringKey("gen_ai.output.messages");
  static final AttributeKey<String> TOKEN_TYPE = AttributeKey.stringKey("gen_ai.token.type");
  static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");
  static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  static final AttributeKey<String> PURPOSE = AttributeKey.stringKey("dlpo.purpose");

  /** The reply came from the ledger. */
  static final AttributeKey<Boolean> LEDGER = AttributeKey.booleanKey("dlpo.ledger");

  /** The reply is that of an equal call in flight. */
  static final AttributeKey<Boolean> SHARED = AttributeKey.booleanKey("dlpo.shared");

  private GenAi() {}
}
