/**
 * What vendors' JSON services over HTTP have in common: a server on loopback, requests, answers, paging, and every fault of
 * the catalogue.
 *
 * <p>A new vendor is one {@link vn.nhip.sandbox.face.rest.RestService}: it reads a {@link vn.nhip.sandbox.face.rest.RestAsk},
 * checks the key with {@link vn.nhip.sandbox.face.Tokens}, takes its rows from the truth, cuts them with
 * {@link vn.nhip.sandbox.face.rest.Cut} and words its own refusals. {@link vn.nhip.sandbox.face.rest.RestFace} does the rest.
 *
 * <p>Must not know any one vendor, Nhịp, its connectors or its facts.
 */
@NullMarked
package vn.nhip.sandbox.face.rest;

import org.jspecify.annotations.NullMarked;
