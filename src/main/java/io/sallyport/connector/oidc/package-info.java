/** OpenID Connect, authorization code flow with PKCE, for customers that prove who they are. */
@NullMarked
package io.sallyport.connector.oidc;

import org.jspecify.annotations.NullMarked;
