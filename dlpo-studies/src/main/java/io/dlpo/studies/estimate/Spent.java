package io.dlpo.studies.estimate;

import org.jspecify.annotations.Nullable;

/**
 * What is spent, on a stage or in all.
 *
 * @param calls that are paid for
 * @param ledger requests that the ledger answers, on average
 * @param inputTokens of the paid calls
 * @param outputTokens of the paid calls
 * @param usd what they cost; null if a model has no price
 */
public record Spent(
    Range calls, double ledger, Range inputTokens, Range outputTokens, @Nullable Range usd) {}
