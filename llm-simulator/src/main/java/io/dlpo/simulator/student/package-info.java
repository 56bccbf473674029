/** The simulated student: answers questions, with mistakes that instructions cure. */
@NullMarked
package io.dlpo.simulator.student;

import org.jspecify.annotations.NullMarked;
