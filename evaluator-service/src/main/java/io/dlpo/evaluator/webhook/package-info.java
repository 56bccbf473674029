/** Scoring by the user's own HTTP service: allowed hosts, requests and replies. */
@NullMarked
package io.dlpo.evaluator.webhook;

import org.jspecify.annotations.NullMarked;
