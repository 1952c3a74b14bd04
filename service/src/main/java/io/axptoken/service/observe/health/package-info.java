/** Whether the process wants requests, and how its parts are. */
@NullMarked
package io.axptoken.service.observe.health;

import org.jspecify.annotations.NullMarked;
