/** The families of questions that the student can answer. */
@NullMarked
package io.dlpo.simulator.student.family;

import org.jspecify.annotations.NullMarked;
