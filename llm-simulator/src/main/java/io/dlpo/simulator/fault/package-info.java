/** What can go wrong at an endpoint, by the settings. */
@NullMarked
package io.dlpo.simulator.fault;

import org.jspecify.annotations.NullMarked;
