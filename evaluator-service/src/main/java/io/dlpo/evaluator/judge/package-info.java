/** Scoring by a judge model: requests, calls and the meaning of replies. */
@NullMarked
package io.dlpo.evaluator.judge;

import org.jspecify.annotations.NullMarked;
