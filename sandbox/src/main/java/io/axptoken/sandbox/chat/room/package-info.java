/**
 * Who talks with each other: sessions, engagements, messages and the events about them. No HTTP.
 */
@NullMarked
package io.axptoken.sandbox.chat.room;

import org.jspecify.annotations.NullMarked;
