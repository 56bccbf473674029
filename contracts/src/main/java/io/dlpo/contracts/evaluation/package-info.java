/** What an evaluation of a prompt is made of: examples, engines, calls and scores. */
@NullMarked
package io.dlpo.contracts.evaluation;

import org.jspecify.annotations.NullMarked;
