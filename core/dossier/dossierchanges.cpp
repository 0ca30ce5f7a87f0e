#include "core/dossier/dossierchanges.h"

#include "moc_dossierchanges.cpp"
