package io.dlpo.core.replay;

/**
 * Why a way through the log does not lead on.
 *
 * @param walk how far it led
 * @param result what to say of it
 */
record Setback(Walk walk, Result result) {}
