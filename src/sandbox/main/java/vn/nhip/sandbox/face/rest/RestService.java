package vn.nhip.sandbox.face.rest;

/** What one vendor answers, without the wire; asked from any number of threads. */
@FunctionalInterface
public interface RestService {

    RestAnswer answer(RestAsk ask);
}
