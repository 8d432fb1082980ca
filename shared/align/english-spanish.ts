/**
 * Frequent English words of administration, training and everyday prose with their Spanish counterparts, all folded
 * (no accents). It only has to make the first pass over a short document find its feet; the document's own words are
 * learnt from there.
 */
const ENTRIES = `
about sobre acerca; above encima arriba anterior; access acceso; account cuenta; achieve lograr alcanzar; across entre; act ley acto actuar;
add agregar anadir; address direccion; advice consejo; after despues tras; again nuevo; against contra; agree acordar; aim objetivo; all todo todos toda todas;
allow permitir; also tambien; always siempre; among entre; amount cantidad monto; and y e; annual anual; another otro otra; answer respuesta responder; any cualquier alguno; apply aplicar;
approach enfoque; april abril; are son estan; area area ambito; as como; ask pida pregunte preguntar pedir; at en; august agosto; available disponible; avoid evitar; award premio;
background antecedentes; bad malo; balance equilibrio saldo; bank banco; be ser estar; because porque; become convertirse; before antes; begin comenzar empezar; behaviour comportamiento; belief creencia; below debajo abajo siguiente; benefit beneficio; best mejor; better mejor; between entre; big gran grande;
board tablero junta; body cuerpo organo; book libro; both ambos; break pausa receso descanso; breakfast desayuno; brief breve; bring traer; budget presupuesto; build construir; building edificio construccion; but pero sino; buy comprar; by por;
call llamar; can puede pueden poder; card tarjeta ficha; care cuidado atencion; carry llevar; case caso; challenge desafio reto; change cambio cambiar; chapter capitulo; chart grafico; check verificar comprobar; child nino; choose elegir elija; citizen ciudadano ciudadania; city ciudad; clear claro; close cerrar; closing cierre; collect recoger recolectar reunir; come venir; command orden comando; comment comentario; common comun; community comunidad; complete completar; computer ordenador computadora; concern preocupacion; content contenido; cost costo coste; council concejo consejo; country pais; course curso; cover cubrir; create crear; current actual; customer cliente;
damage dano; data datos; date fecha; day dia; deal tratar; debt deuda; december diciembre; decide decidir; deep profundo; default predeterminado omision; deliver entregar; delivery prestacion entrega; department departamento; describe describir describa; design diseno disenar; development desarrollo; different diferente distinto; digital digital; discuss analice discutan debatir discutir; do hacer; document documento; down abajo; draft borrador; draw dibujar; drive impulsar; due debido; during durante; duty deber;
each cada; early temprano; easy facil; education educacion; effective eficaz efectivo; effort esfuerzo; empty vacio; end fin final; enough suficiente; ensure asegurar garantizar; environment entorno ambiente; even incluso; evening noche; every cada; everyone todos; example ejemplo; exercise ejercicio; expect esperar; experience experiencia; explain explicar explique;
face enfrentar; facilitator facilitador; fact hecho; fail fallar; fair justo; family familia; far lejos; february febrero; feedback retroalimentacion comentarios; feel sentir; few pocos; field campo; figure figura cifra; file archivo fichero; fill llenar complete; find encontrar; first primero primer primera; five cinco; flipchart papelografo rotafolio; floor piso; follow seguir; following siguiente siguientes; for para por; form formulario forma; four cuatro; framework marco; free libre gratis; friday viernes; from de desde; full completo lleno; funding financiamiento financiacion; further mas;
gap brecha; gather reunir; gender genero; general general; get obtener conseguir; give dar; glossary glosario; goal objetivo meta; goals objetivos; good bueno buen buena; goods bienes; government gobierno; ground suelo; group grupo; groups grupos; growth crecimiento; guest invitado; guide guia; guideline directriz lineamiento;
half mitad; hand mano; handout material; happen ocurrir; hard duro dificil; have tener haber; head jefe cabeza; health salud; help ayuda ayudar; here aqui; high alto; hold celebrar; home hogar casa; hour hora; house casa vivienda; household hogar; how como cuanto; however embargo; human humano; hundred cien;
idea idea; if si; image imagen; impact impacto; implement implementar aplicar; improve mejorar; in en; include incluir; income ingreso; increase aumentar aumento; inform informar; input entrada insumo; instead lugar; invite invite invitar; is es esta; issue problema cuestion; it lo; its su sus;
january enero; job trabajo empleo; join unir; july julio; june junio; key clave tecla; keep mantener conservar; kind tipo; know saber conocer; knowledge conocimiento conocimientos;
lack falta; land tierra; language idioma lengua; large grande; last ultimo; late tarde; law ley; lead conducir dirigir liderar; leader lider; leadership liderazgo; learn aprender; learning aprendizaje; least menos; leave dejar; left izquierda; less menos; lesson leccion; let dejar; level nivel; life vida; light luz; like como; line linea; link enlace vinculo; list lista; little poco; live vivir; local local; long largo; look mirar ver; low bajo; lunch almuerzo;
main principal; make hacer; many muchos muchas; map mapa; mapping mapeo; march marzo; market mercado; may puede mayo; mayor alcalde alcaldesa; meaning significado; measure medida medir; meet reunirse; meeting reunion; member miembro; mindset mentalidad; mindsets mentalidades; minute minuto; minutes minutos; mission mision; monday lunes; money dinero; month mes; more mas; morning manana; most mayoria; move mover; much mucho; must debe deben deber; my mi;
name nombre; need necesidad necesitar; needs necesidades; network red; never nunca; new nuevo nueva; next siguiente proximo; no no; not no; note nota; november noviembre; now ahora; number numero;
october octubre; of de; office oficina; officer funcionario; official oficial funcionario; often menudo; old viejo antiguo; on en sobre; once vez; one uno una; only solo solamente; open abrir abierto; opening apertura; or o u; order orden; other otro otra otros otras; our nuestro nuestra; out fuera; outcome resultado; output salida producto; outside fuera; over sobre; own propio;
page pagina; pair pareja par; paper papel; part parte; participant participante; partner socio; path camino ruta; people personas gente; percent ciento; performance desempeno rendimiento; person persona; place lugar; plan plan; planning planificacion; play jugar; please favor; point punto; policy politica; poor pobre; poverty pobreza; power poder energia; practice practica; prepare preparar; present presentar presente; principle principio; priority prioridad; process proceso; program programa; programme programa; project proyecto; provide proporcionar ofrecer; public publico publica; purpose proposito objetivo; put poner;
quality calidad; question pregunta; questions preguntas; quick rapido;
raise elevar; rate tasa tipo; reach alcanzar; read leer; reading lectura; ready listo; reason razon motivo; recommendation recomendacion; record registro; reduce reducir; reform reforma; relevant pertinente relevante; remember recordar recuerde; remove eliminar quitar; report informe; request solicitud; require requerir; required necesario requerido; research investigacion; resource recurso; resources recursos; result resultado; results resultados; return volver devolver; review revision revisar; right derecho derecha correcto; risk riesgo; role rol papel; room sala; rule regla norma; rules normas reglas; run ejecutar; rural rural;
safe seguro; same mismo misma; sample muestra; saturday sabado; save guardar; say decir; scale escala; school escuela; score puntaje puntuacion; screen pantalla; search buscar busqueda; second segundo segunda; section seccion; see vea ver vease consulte; select seleccionar seleccione; self auto; send enviar; september septiembre; service servicio; services servicios; session sesion; set conjunto; several varios; share compartir; sheet hoja; short corto breve; should debe deberia; show mostrar muestre; side lado; since desde; six seis; size tamano; skill habilidad; skills habilidades competencias; slide diapositiva; small pequeno; so asi; society sociedad; some algunos algunas algun; soon pronto; source fuente; speaker orador; speech discurso; spend gastar; staff personal; stage etapa; stakeholder interesado; start iniciar comenzar inicio; state estado; step paso; steps pasos; still todavia aun; stop detener; store almacenar; story historia; strategy estrategia; street calle; strength fortaleza; strengthen fortalecer; strong fuerte; student estudiante; subject tema asunto; such tal tales; sunday domingo; support apoyo apoyar; sure seguro; sustainable sostenible; system sistema;
table tabla mesa cuadro; take tomar; target meta destino; task tarea; tasks tareas; teach ensenar; teacher docente; team equipo; tell decir; ten diez; test prueba; than que; thank gracias; that que ese; the el la los las; their su sus; them ellos les; then entonces luego; there hay alli; these estos estas; they ellos; thing cosa; think pensar piense; third tercero tercer; this este esta esto; those aquellos esos; thousand mil; three tres; through mediante traves; thursday jueves; time tiempo hora; times veces; tip consejo sugerencia; title titulo; to a para; today hoy; together juntos; tool herramienta; tools herramientas; toolkit herramientas; topic tema; total total; town pueblo; trainer capacitador; training capacitacion formacion; translate traducir; true verdadero; trust confianza; tuesday martes; turn turno; two dos; type tipo;
under bajo; understand comprender entender; unit unidad; until hasta; up arriba; upon sobre; urban urbano; us nos; use usar uso utilizar use; used usado utilizado; useful util; user usuario; using usando utilizando; usually normalmente;
value valor; values valores; very muy; village comunidad aldea; view vista ver; voice voz; vote voto;
wait esperar; want querer; warning aviso advertencia; waste residuos; watch mirar; water agua; way manera forma; we nosotros; weak debil; weakness debilidad; web web; wednesday miercoles; week semana; welcome bienvenida bienvenidos; well bien; were fueron; what que cual; when cuando; where donde; which cual que; while mientras; white blanco; who quien quienes; whole todo entero; whose cuyo; why; wide amplio; will voluntad; with con; within dentro; without sin; woman mujer; women mujeres; word palabra; work trabajo trabajar; worker trabajador; workplan; workshop taller; world mundo; worth; write escriba escribir; writing escritura; wrong incorrecto;
year ano; years anos; yes si; yet aun; you usted ustedes; young joven; youth juventud; your su sus; zone zona
`;

const WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  ENTRIES.split(';').map((entry) => {
    const [word = '', ...translations] = entry.trim().split(/\s+/u);
    return [word, translations];
  }),
);

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/u, 'y'],
  [/(?:es|ed|ing|er)$/u, ''],
  [/(?:ed|ing)$/u, 'e'],
  [/(?:s|d)$/u, ''],
];

/** Spanish counterparts of a folded English word, by its base form where the word itself has no entry. */
export function translationsOf(word: string): readonly string[] {
  const direct = WORDS.get(word);
  if (direct !== undefined) return direct;
  for (const [ending, replacement] of ENDINGS) {
    const base = WORDS.get(word.replace(ending, replacement));
    if (base !== undefined) return base;
  }
  return [];
}
