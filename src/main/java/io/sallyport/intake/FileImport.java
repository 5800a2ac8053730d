package io.sallyport.intake;

final class FileImport {}
