package vn.nhip.sandbox.face.oauth;

/** What may go wrong at the token endpoint. */
public enum OAuthFault {
    /** 503 before anything is done. */
    AWAY,
    /** 429, wait two seconds. */
    TOO_MANY,
    /** A maintenance page with status 200. */
    WEB_PAGE,
    /** The tokens are made, but the connection breaks before the answer is sent. */
    ANSWER_LOST,
    /** The person withdrew the consent. */
    CONSENT_WITHDRAWN
}
