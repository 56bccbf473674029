/** Answers judged by a model: what it is asked, what its reply means, and the calls. */
@NullMarked
package io.dlpo.evaluator.judge;

import org.jspecify.annotations.NullMarked;
