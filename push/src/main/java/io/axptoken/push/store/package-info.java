/** What is kept: configurations, devices and the outbox, in PostgreSQL or an embedded database. */
@NullMarked
package io.axptoken.push.store;

import org.jspecify.annotations.NullMarked;
