/** The kinds of questions that the student knows how to solve. */
@NullMarked
package io.dlpo.simulator.student.family;

import org.jspecify.annotations.NullMarked;
