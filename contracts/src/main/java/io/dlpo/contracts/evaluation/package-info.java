/** The parts of an evaluation: examples, engines, calls and scores. */
@NullMarked
package io.dlpo.contracts.evaluation;

import org.jspecify.annotations.NullMarked;
