/**
 * The keys that bearer tokens are signed with: from files, secrets, and the issuers' own documents.
 */
@NullMarked
package io.axptoken.server.identity.jwt.keys;

import org.jspecify.annotations.NullMarked;
