/**
 * A server taken through real requests before anybody can call it, so that the first users meet
 * code that is loaded and partly compiled. The platform is an answer on loop-back; nothing of it is
 * logged, counted or audited.
 */
@NullMarked
package io.axptoken.server.rehearsal;

import org.jspecify.annotations.NullMarked;
