package io.dlpo.studies.estimate;

import org.jspecify.annotations.Nullable;

/**
 * The expected usage of a stage or of a whole run.
 *
 * @param calls paid calls
 * @param ledger average number of cached calls
 * @param inputTokens input tokens of the paid calls
 * @param outputTokens output tokens of the paid calls
 * @param usd cost of the paid calls; null if a model has no price
 */
public record ExpectedUsage(
    Range calls, double ledger, Range inputTokens, Range outputTokens, @Nullable Range usd) {}
