/** The human agent's page, and the feed that keeps it up to date. */
@NullMarked
package io.axptoken.sandbox.chat.desk;

import org.jspecify.annotations.NullMarked;
